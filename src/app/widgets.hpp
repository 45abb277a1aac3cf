#pragma once
#include "app/symbols.hpp"
#include "geo/types.hpp"
#include <string>

namespace surplace::app {

/// A quiet rounded card at a place in logical pixels. Call endCard() whatever it returns. With an empty
/// height it is as high as what is in it.
bool beginCard(const Ui& ui, const char* name, const geo::ScreenBox& box, ImGuiWindowFlags extra = 0);
void endCard();
/// A card in the middle of the map that takes the attention, as high as its contents; `isOpen` is cleared by
/// its cross.
bool beginDialog(const Ui& ui, const char* title, double widthPixels, bool& isOpen);

bool iconButton(const Ui& ui, const char* id, Icon icon, const char* tooltip, bool isOn = false,
                double sizePixels = 30);
/// A button with words: filled with the accent, or quiet.
bool button(const Ui& ui, const char* label, bool isPrimary = false);
/// A pill that is on or off.
bool chip(const Ui& ui, const std::string& label, bool isOn = false, const char* tooltip = nullptr);
/// A choice from a list, as quiet words with a small arrow. True while its list is open; close with
/// ImGui::EndCombo().
bool beginChoice(const Ui& ui, const char* id, const std::string& shown, double widthPixels);
/// Words in the accent colour, wrapped; true when clicked.
bool link(const Ui& ui, const std::string& text);
void words(const Ui& ui, const std::string& text, ImU32 color = colors::ink, ImFont* font = nullptr);
void heading(const Ui& ui, const std::string& text);
/// One line of text in a width, cut with an ellipsis.
std::string cut(const std::string& text, ImFont* font, float widthUnits);
/// A line to type in, as wide as the room unless a width is given. True when the text changed.
bool field(const Ui& ui, const char* id, const char* hint, std::string& text, double widthPixels = 0,
           ImGuiInputTextFlags flags = 0);
void tooltip(const Ui& ui, const char* text);
/// Width of a text in a font, in ImGui's units.
float widthOf(ImFont* font, const std::string& text);

} // namespace surplace::app
