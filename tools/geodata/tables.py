"""The hand-written tables beside this file, and the two bounds of the base map in degrees (west, south, east, north)."""
import csv
import os

REGION = (118.0, 37.0, 133.0, 46.0)
WIDE = (70.0, 5.0, 140.0, 55.0)


def rows(name):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def names(row):
    """The three name columns of a table's row."""
    return {column: row[column] for column in ("name_en", "name_zh", "name_ko")}
