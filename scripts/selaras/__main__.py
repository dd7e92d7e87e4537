"""`python -m selaras` is the command `selaras`."""

from selaras.cli import main

if __name__ == "__main__":
    main()
