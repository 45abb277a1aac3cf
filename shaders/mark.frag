#version 330 core
flat in vec2 center;
flat in vec3 radii;
flat in ivec2 kind;
flat in vec4 color;

uniform vec2 tileOrigin;
uniform float pixelRatio;
uniform vec3 paperColor; // inside open marks, and around full ones
out vec4 fragment;

const int circle = 0, square = 1, diamond = 2, triangleUp = 3, triangleDown = 4, star = 5, cross = 6, hexagon = 7, crossing = 8;
const int solid = 0, solidWithRing = 1, hatched = 2, openDotted = 3, open = 4;

float segmentDistance(vec2 at, vec2 start, vec2 end) {
    vec2 along = end - start;
    return length(at - start - along * clamp(dot(at - start, along) / dot(along, along), 0.0, 1.0));
}

// Where a pixel is against a symbol's outline: signed distance (negative inside), and for dots along the outline how far it is along
// its side from the nearest corner, and the side's length.
struct Outline {
    float distance, along, side;
};

// A side at a distance from the middle; `along` is measured from the side's own middle.
Outline sideAt(float distance, float along, float halfSide) {
    return Outline(distance, halfSide - abs(along), 2.0 * halfSide);
}

Outline circleOutline(vec2 at, float size) {
    float around = 6.2831853 * size;
    return Outline(length(at) - size, (atan(at.y, at.x) / 6.2831853 + 0.5) * around, around);
}

Outline squareOutline(vec2 at, float size) {
    vec2 away = abs(at);
    return sideAt(max(away.x, away.y) - size, min(away.x, away.y), size);
}

Outline triangleOutline(vec2 at, float size) {
    at.x = abs(at.x);
    float slanted = at.x * 0.8660254 - at.y * 0.5;
    return sideAt(max(slanted, at.y) - size * 0.5, slanted > at.y ? at.x * 0.5 + at.y * 0.8660254 : at.x, size * 0.8660254);
}

Outline hexagonOutline(vec2 at, float size) {
    vec2 away = abs(at);
    float slanted = away.x * 0.8660254 + away.y * 0.5;
    return sideAt(max(slanted, away.y) - size, slanted > away.y ? away.y * 0.8660254 - away.x * 0.5 : away.x, size * 0.57735027);
}

Outline crossOutline(vec2 at, float size, float halfArm) {
    vec2 away = abs(at);
    vec2 arm = away.x > away.y ? away : away.yx;
    float end = arm.x - size, flank = arm.y - halfArm;
    return end > flank ? sideAt(end, arm.y, halfArm) : Outline(flank, abs(arm.x - halfArm), size - halfArm);
}

Outline starOutline(vec2 at, float size) {
    // Five mirrored wedges.
    const vec2 first = vec2(0.809016994, -0.587785252), second = vec2(-0.809016994, -0.587785252);
    at.x = abs(at.x);
    at.y = -at.y;
    at -= 2.0 * max(dot(first, at), 0.0) * first;
    at -= 2.0 * max(dot(second, at), 0.0) * second;
    at.x = abs(at.x);
    at.y -= size;
    vec2 side = 0.45 * vec2(-first.y, first.x) - vec2(0.0, 1.0);
    float along = clamp(dot(at, side) / dot(side, side), 0.0, size);
    return Outline(length(at - side * along) * sign(at.y * side.x - at.x * side.y), along * length(side), size * length(side));
}

// Sizes chosen so that all symbols weigh the same to the eye.
Outline outlineOf(int shape, vec2 at, float size) {
    if (shape == square)
        return squareOutline(at, size * 0.88);
    if (shape == diamond)
        return squareOutline(vec2(at.x + at.y, at.x - at.y) * 0.70710678, size * 0.86);
    if (shape == triangleUp)
        return triangleOutline(at - vec2(0.0, size * 0.2), size * 1.12);
    if (shape == triangleDown)
        return triangleOutline(vec2(at.x, -at.y) - vec2(0.0, size * 0.2), size * 1.12);
    if (shape == star)
        return starOutline(at, size * 1.28);
    if (shape == cross)
        return crossOutline(at, size * 1.05, size * 0.4);
    if (shape == hexagon)
        return hexagonOutline(at, size * 0.92);
    return circleOutline(at, size);
}

float covered(float outside) {
    return clamp(0.5 - outside, 0.0, 1.0);
}

vec4 over(vec4 top, vec4 below) {
    float alpha = top.a + below.a * (1.0 - top.a);
    return vec4(alpha > 0.0 ? (top.rgb * top.a + below.rgb * below.a * (1.0 - top.a)) / alpha : vec3(0.0), alpha);
}

// Distance from the middle of the nearest of round dots along the outline; corners have one.
float dotDistance(Outline outline, float away, float spacing) {
    float step = outline.side / max(floor(outline.side / spacing + 0.5), 1.0);
    return length(vec2(abs(mod(outline.along + step / 2.0, step) - step / 2.0), away));
}

void main() {
    vec2 at = gl_FragCoord.xy + tileOrigin - center;
    float size = radii.x;
    Outline outline = outlineOf(kind.x, at, size);
    float edge = outline.distance;
    float line = max(1.2 * pixelRatio, 0.17 * size);
    vec4 ink = vec4(color.rgb, 1.0);
    vec4 paper = vec4(paperColor, 0.85);
    vec4 result = vec4(0.0);

    if (kind.y == solid) {
        // A rim keeps neighbours apart; the smallest dots have no room for it.
        if (size >= 3.5 * pixelRatio)
            result = vec4(paperColor, 0.8 * covered(edge - pixelRatio));
        result = over(vec4(ink.rgb, covered(edge)), result);
    } else if (kind.y == solidWithRing) {
        result = vec4(paperColor, covered(edge));
        result = over(vec4(ink.rgb, covered(abs(edge + line * 0.45) - line * 0.45)), result);
        // A crossing's sign takes the place of the core.
        if (kind.x != crossing)
            result = over(vec4(ink.rgb, covered(outlineOf(kind.x, at, size * 0.5).distance)), result);
    } else if (kind.y == hatched) {
        float period = max(3.0 * pixelRatio, size * 0.5);
        float across = abs(mod((at.x + at.y) * 0.70710678 + period / 2.0, period) - period / 2.0);
        result = vec4(paper.rgb, paper.a * covered(edge));
        result = over(vec4(ink.rgb, covered(across - period * 0.24) * covered(edge)), result);
        result = over(vec4(ink.rgb, covered(abs(edge + line * 0.4) - line * 0.4)), result);
    } else if (kind.y == openDotted) {
        result = vec4(paper.rgb, paper.a * covered(edge));
        float away = abs(edge + line * 0.5);
        result = over(vec4(ink.rgb, covered(dotDistance(outline, away, line * 2.2) - line * 0.62)), result);
    } else {
        result = vec4(paper.rgb, paper.a * covered(edge));
        result = over(vec4(ink.rgb, covered(abs(edge + line * 0.5) - line * 0.5)), result);
    }

    if (kind.x == crossing) {
        // The map sign of a bridge: two rails that open at their ends.
        vec2 away = abs(at);
        float rail = min(segmentDistance(away, vec2(-size, 0.26 * size), vec2(0.34 * size, 0.26 * size)),
                         segmentDistance(away, vec2(0.34 * size, 0.26 * size), vec2(0.62 * size, 0.5 * size)));
        float thickness = max(0.11 * size, 0.55 * pixelRatio);
        if (kind.y == hatched)
            result = over(vec4(paperColor, covered(rail - 2.2 * thickness) * covered(edge + line)), result);
        result = over(vec4(kind.y == solid ? paperColor : ink.rgb, covered(rail - thickness) * covered(edge + line)), result);
    }

    if (radii.y > 0.0) {
        float away = abs(length(at) - radii.y) - 0.55 * pixelRatio;
        float ring = covered(away);
        if (radii.z != 0.0) {
            // Unbounded: dashes with as much gap as line.
            float count = max(floor(6.2831853 * radii.y / (7.0 * pixelRatio) + 0.5), 6.0);
            float turn = abs(fract(atan(at.y, at.x) / 6.2831853 * count) - 0.5) * 6.2831853 * radii.y / count;
            ring *= covered(turn - 1.75 * pixelRatio);
        }
        result = over(vec4(ink.rgb, ring), result);
    }
    if (result.a <= 0.0)
        discard;
    fragment = vec4(result.rgb, result.a * color.a);
}
