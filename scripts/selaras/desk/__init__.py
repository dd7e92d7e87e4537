"""The desk (`selaras serve`): what an officer sees with a citizen at the counter."""

USERS = "users.json"
