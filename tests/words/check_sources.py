"""No word of the window or of a picture that is not a message: looks for string literals that read like words in the
calls that show them. Usage: check_sources.py SOURCE_FOLDER"""
import pathlib
import re
import sys

# What shows its text: ImGui's own calls, the window's widgets, notices, and what a frame prints.
SHOWN = [
    "ImGui::Text", "ImGui::TextUnformatted", "ImGui::Button", "ImGui::MenuItem", "ImGui::Selectable",
    "ImGui::Checkbox", "ImGui::RadioButton", "ImGui::BeginMenu", "ImGui::SetTooltip", "ImGui::CollapsingHeader",
    "words", "heading", "link", "button", "tooltip", "entry", "section", "chip", "iconButton", "label", "field",
    "beginDialog", "say", "sayError", "markRow", "lineRow", "crossingRow", "credit", "addText", "core::Error",
]
# Where a text put together is one that is shown.
FORMATTED = ["src/scene", "src/app"]
UNSHOWN = ["settings.cpp", "frame_stats.cpp"]  # a file's lines, figures for developers
FOLDERS = ["src/app", "src/scene", "src/model", "src/casebook", "src/redaction", "src/timeline", "src/core"]
# Not shown in the window, or the same in every language.
ALLOWED = [
    r"^https?://", r"^/home/", r"^\d{4}/\d{4}$", r"^(Ctrl\+.|Shift\+F|F1|Enter|Esc)$", r"##", r"^[a-z_]+$",
    r"a sheet of \{\} maps cannot be drawn", r"Choose from 1 to \{\} dates", r"maps do not fit on a picture of",
    r"Choose a larger --size or fewer dates",  # contact sheets are made on the command line only
    r"the window cannot open", r"start it on a desktop", r"install libgl1-mesa-dri", r"^--out border\.png$", r"^pictures and films without a window$",  # said before there is a window
    r"cannot read the font", r"reinstall the packages",
]
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def without_comments(text):
    return re.sub(r'//[^\n]*|/\*.*?\*/|("(?:[^"\\\n]|\\.)*")', lambda m: m.group(1) or "", text, flags=re.S)


def arguments_from(text, start):
    """The text between a call's parentheses, which open before `start`."""
    depth, at = 1, start
    while at < len(text) and depth:
        if text[at] == '"':
            at = LITERAL.match(text, at).end() if LITERAL.match(text, at) else at + 1
            continue
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return text[start:at - 1]


def outside_of_messages(arguments):
    """The arguments without what tr() and its like are given."""
    result, at = "", 0
    for match in re.finditer(r"\b(?:tr|trc|trf|trcf|trn|toTranslate|pluralForm)\(", arguments):
        if match.start() < at:
            continue
        result += arguments[at:match.start()]
        at = match.end() + len(arguments_from(arguments, match.end())) + 1
    return result + arguments[at:]


def bare_words(text, shown):
    """Literals with a word in them, among the arguments of what shows them."""
    text = without_comments(text)
    found = []
    for name in shown:
        for match in re.finditer(r"(?<![\w:.])" + re.escape(name) + r"\(", text):
            rest = outside_of_messages(arguments_from(text, match.end()))
            for literal in LITERAL.findall(rest):
                plain = re.sub(r"\\u[0-9a-f]{4}|\\[a-z]|\{[^}]*\}", " ", literal)
                if re.search(r"[A-Za-z]{2,}", plain) and not any(re.search(a, literal) for a in ALLOWED):
                    found.append((name, literal))
    return found


def main(root):
    problems = []
    for folder in FOLDERS:
        for path in sorted((root / folder).glob("*.[ch]pp")):
            is_formatted = folder in FORMATTED and path.name not in UNSHOWN
            shown = SHOWN + ["fmt::format"] if is_formatted else SHOWN
            for name, literal in bare_words(path.read_text(encoding="utf-8"), shown):
                problems.append(f'{path.relative_to(root)}: {name}(... "{literal}" ...) is not a message')
    for problem in problems:
        print(problem)
    if problems:
        print("Wrap them in core::tr() or its like, then run tools/words.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
