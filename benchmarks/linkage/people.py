"""Draw a city and write its people and some rows that name them: the child of scale.py.

python people.py FAMILIES SEED FILE
"""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "rules"))
from meter import Meter

from selaras.rules.sql.without_dbt import Renderer
from selaras.sample.city import draw_city, open_city
from selaras.workspace import PROJECT

MEMORY = "8GB"
TABLES = ("person_record", "list_record", "truth", "match_decision", "pseudonym_key")


def main() -> None:
    """Draw in a folder beside the file, keep five tables of it."""
    families, seed, file = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    folder = file.with_suffix(".city")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    file.unlink(missing_ok=True)
    script = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    meter = Meter()
    with open_city(folder, MEMORY) as city:
        draw_city(city, families, 1, seed, clean=False)
        city.execute(Renderer(PROJECT).render(script))
        city.execute(f"attach '{file}' as kept")
        for table in TABLES:
            city.execute(f"create table kept.{table} as from {table}")
        counted = [city.table(table).shape[0] for table in TABLES[:2]]
    shutil.rmtree(folder)
    meter.stop()
    meter.report(people=counted[0], rows=counted[1])


if __name__ == "__main__":
    main()
