"""The comparisons of linkage.yml as Splink wants them, and what it learnt as our model."""

from collections.abc import Iterator

from splink import SettingsCreator
from splink.internals.comparison_library import CustomComparison

from selaras.linkage.grammar.condition import for_splink, on_side
from selaras.linkage.grammar.linkage_book import Comparison, Learnt, LinkageBook

Probabilities = dict[str, dict[str, Learnt]]


def settings_of(
    book: LinkageBook, link_type: str, prior: float, learnt: Probabilities | None = None
) -> SettingsCreator:
    """Settings for Splink: our comparisons, our blocking, and what is learnt already."""
    blocked = [_blocking(keys, set(book.fields)) for keys in book.blocking.values()]
    return SettingsCreator(
        link_type=link_type,
        probability_two_random_records_match=prior,
        comparisons=[
            CustomComparison(
                output_column_name=name,
                comparison_levels=_levels(each, (learnt or {}).get(name)),
            )
            for name, each in book.comparisons.items()
        ],
        blocking_rules_to_generate_predictions=[{"blocking_rule": rule} for rule in blocked],
        retain_matching_columns=False,
        unique_id_column_name="unique_id",
    )


def _levels(comparison: Comparison, learnt: dict[str, Learnt] | None) -> list[dict[str, object]]:
    """The levels of one comparison, the missing one first and all else last."""
    sides = [f"{field}_{side} is null" for field in comparison.of for side in ("l", "r")]
    missing = " or ".join(sides)
    levels: list[dict[str, object]] = [
        {"sql_condition": missing, "label_for_charts": "missing", "is_null_level": True}
    ]
    for name, level in comparison.levels.items():
        condition = for_splink(level.when) if level.when else "ELSE"
        found: dict[str, object] = {"sql_condition": condition, "label_for_charts": name}
        if level.rarity_of:
            found |= {"tf_adjustment_column": level.rarity_of, "tf_adjustment_weight": 1.0}
            found |= {"disable_tf_exact_match_detection": True}
        if learnt:
            found |= {"u_probability": learnt[name].u}
        levels.append(found)
    return levels


def _blocking(keys: list[str], fields: set[str]) -> str:
    """A blocking rule as a condition on both sides."""
    return " and ".join(
        f"{on_side(key, 'l', fields)} = {on_side(key, 'r', fields)}" for key in keys
    )


def learnt_from(
    book: LinkageBook, trained: dict[str, object], least_m: float, least_u: float
) -> Probabilities:
    """What Splink learnt, by comparison and level; what it never met is rare, not impossible."""
    found: Probabilities = {}
    comparisons = trained["comparisons"]
    assert isinstance(comparisons, list)
    for each in comparisons:
        name = str(each["output_column_name"])
        told = {str(level["label_for_charts"]): level for level in each["comparison_levels"]}
        found[name] = {
            level: Learnt(
                m=_at_least(told[level].get("m_probability"), least_m),
                u=_at_least(told[level].get("u_probability"), least_u),
            )
            for level in book.comparisons[name].levels
        }
    return found


def _at_least(found: object, least: float) -> float:
    """A probability that is not nothing; Splink gives none, or words, for what it never met."""
    return min(max(float(found), least), 1.0) if isinstance(found, int | float) else least


def training_blocks(book: LinkageBook) -> Iterator[str]:
    """The conditions under which pairs are met that tell what errors people make."""
    for names in book.training.learn_where_same:
        yield " and ".join(f"l.{name} = r.{name}" for name in names)
