"""`python -m chiso` is `chiso`."""

if __name__ == "__main__":
    from chiso.cli.main import main

    main()
