"""Values as a screen may show them: no markup of their own, no signs that steer a terminal."""

from dataclasses import fields, is_dataclass, replace

from rich.markup import escape


def plain(value: object) -> str:
    """The text of a value without signs that steer a terminal or turn the direction of text."""
    return "".join(
        sign if sign.isprintable() or sign in "\n\t" else "\ufffd" for sign in str(value)
    )


def shown(value: object) -> str:
    """The text of a value as it stands inside markup; its own brackets stay brackets."""
    return escape(plain(value))


def made_safe(value: object) -> object:
    """The same with every text inside it as it may be shown."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {key: made_safe(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(made_safe(each) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        inside = {field.name: made_safe(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **inside)
    return value
