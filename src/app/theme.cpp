#include "app/theme.hpp"

namespace surplace::app {
namespace {

Theme darkTheme() {
    Theme theme;
    theme.card = packed(32, 36, 43, 250);
    theme.popup = packed(38, 42, 50);
    theme.line = packed(78, 84, 94);
    theme.frame = packed(78, 84, 94, 0);
    theme.hover = packed(255, 255, 255, 22);
    theme.pressed = packed(255, 255, 255, 40);
    theme.field = packed(50, 55, 64);
    theme.fieldHover = packed(62, 68, 78);
    theme.ink = packed(238, 239, 241);
    theme.inkSoft = packed(188, 192, 199);
    theme.accent = packed(132, 200, 244);
    theme.accentHover = packed(160, 213, 248);
    theme.accentPressed = packed(186, 224, 250);
    theme.accentSoft = packed(132, 200, 244, 36);
    theme.accentLine = packed(132, 200, 244, 130);
    theme.onAccent = packed(14, 18, 24);
    theme.error = packed(255, 158, 128);
    theme.quote = packed(216, 219, 224);
    theme.shadow = packed(0, 0, 0, 30);
    theme.dim = packed(0, 0, 0, 130);
    theme.grab = packed(255, 255, 255, 110);
    theme.focus = packed(255, 205, 70);
    theme.focusRim = packed(12, 14, 18);
    theme.symbols = scene::MapStyle::dark;
    return theme;
}

Theme contrastTheme() {
    Theme theme;
    theme.card = theme.popup = theme.field = packed(0, 0, 0);
    theme.line = theme.frame = packed(255, 255, 255);
    theme.hover = packed(255, 236, 60, 50);
    theme.pressed = packed(255, 236, 60, 60);
    theme.fieldHover = packed(44, 42, 10);
    theme.ink = packed(255, 255, 255);
    theme.inkSoft = packed(234, 234, 234);
    theme.accent = theme.accentLine = packed(255, 236, 60);
    theme.accentHover = packed(255, 244, 140);
    theme.accentPressed = packed(255, 250, 200);
    theme.accentSoft = packed(255, 236, 60, 40);
    theme.onAccent = packed(0, 0, 0);
    theme.error = packed(255, 200, 182);
    theme.quote = packed(255, 255, 255);
    theme.shadow = packed(0, 0, 0, 0);
    theme.dim = packed(0, 0, 0, 170);
    theme.grab = packed(255, 255, 255, 220);
    theme.focus = packed(255, 236, 60);
    theme.focusRim = packed(0, 0, 0);
    theme.borderPixels = 2;
    theme.symbols = scene::MapStyle::contrast;
    return theme;
}

} // namespace

const Theme& themeFor(scene::MapStyle style) {
    static const Theme light, dark = darkTheme(), contrast = contrastTheme();
    switch (style) {
    case scene::MapStyle::light:
    case scene::MapStyle::print:
        return light;
    case scene::MapStyle::dark:
    case scene::MapStyle::satellite:
        return dark;
    case scene::MapStyle::contrast:
        return contrast;
    }
    return light;
}

} // namespace surplace::app
