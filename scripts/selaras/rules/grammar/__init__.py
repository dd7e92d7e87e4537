"""What the files of the rule book may say."""
