"""linkage.yml and its trained model: what they may say, read strictly."""
