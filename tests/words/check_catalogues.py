"""The catalogues of po/ against the sources: every message is there, translated in every language, with the same
placeholders, and nothing is left over. Usage: check_catalogues.py SOURCE_FOLDER"""
import pathlib
import re
import subprocess
import sys
import tempfile

LANGUAGES = {"ko": 1, "zh_CN": 1, "fr": 2}  # and how many plural forms each has


def unquoted(text):
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m.group(1), m.group(1)), text[1:-1])


def entries(path):
    """(context, message) to (flags, plural, [translations]) of a .po or .pot file."""
    result = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        fields, flags, current = {}, set(), None
        for line in block.splitlines():
            if line.startswith("#,"):
                flags.update(part.strip() for part in line[2:].split(","))
            elif line.startswith("#~"):
                flags.add("obsolete")
            elif match := re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$', line):
                current = match.group(1)
                fields[current] = unquoted(match.group(2))
            elif line.startswith('"'):
                fields[current] += unquoted(line)
        if "msgid" in fields and (fields["msgid"] or "msgctxt" in fields):
            translations = [text for name, text in sorted(fields.items()) if name.startswith("msgstr")]
            key = (fields.get("msgctxt"), fields["msgid"])
            result[key] = (flags, fields.get("msgid_plural"), translations)
        elif "obsolete" in flags:
            result[(None, block)] = (flags, None, [""])
    return result


def placeholders(text):
    """The values that a message takes, in any order: "{}" are numbered as fmt numbers them."""
    found, count = set(), 0
    for number, form in re.findall(r"\{(\d*)((?::[^}]*)?)\}", text.replace("{{", "").replace("}}", "")):
        found.add((number or str(count)) + form)
        count += 1
    return found


def problems_of(name, forms, catalogue, messages):
    problems = []
    for key in messages.keys() - catalogue.keys():
        problems.append(f"{name}: lacks {key}")
    for key in catalogue.keys() - messages.keys():
        problems.append(f"{name}: {key} is in no source any more")
    for key in messages.keys() & catalogue.keys():
        flags, plural, translations = catalogue[key]
        if "fuzzy" in flags:
            problems.append(f"{name}: {key} is fuzzy")
        if len(translations) != (forms if plural else 1) or not all(translations):
            problems.append(f"{name}: {key} is not translated")
        wanted = placeholders(plural or key[1])
        for text in translations:
            missing = wanted ^ placeholders(text)
            # One thing may be said without its number: "un cas".
            if missing and not (plural and placeholders(text) in (wanted, placeholders(key[1]))):
                problems.append(f"{name}: {key} and its translation differ in {sorted(missing)}")
        if any(text.endswith("\n") != key[1].endswith("\n") for text in translations):
            problems.append(f"{name}: {key} and its translation do not end alike")
    return problems


def main(root):
    po = root / "po"
    with tempfile.TemporaryDirectory() as folder:
        extracted = pathlib.Path(folder) / "now.pot"
        subprocess.run([root / "tools/words", "--pot", extracted], check=True)
        now = entries(extracted)
    template = entries(po / "surplace.pot")
    problems = [f"surplace.pot lacks {key}" for key in now.keys() - template.keys()]
    problems += [f"surplace.pot still has {key}" for key in template.keys() - now.keys()]
    if len(now) < 400:
        problems.append(f"only {len(now)} messages were found in the sources")
    for language, forms in LANGUAGES.items():
        problems += problems_of(language, forms, entries(po / f"{language}.po"), now)
    for problem in problems:
        print(problem)
    if problems:
        print("Run tools/words, then translate what it names in po/*.po.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
