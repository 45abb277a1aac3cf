#version 330 core
flat in vec4 placed;
flat in vec2 size;
flat in vec4 color;
uniform vec2 tileOrigin;
uniform vec3 paperColor;
out vec4 fragment;

const float halfBase = 0.46; // of the length

void main() {
    vec2 away = gl_FragCoord.xy + tileOrigin - placed.xy;
    // x back from the tip, y to the side; the head is symmetric.
    vec2 at = vec2(-dot(away, placed.zw), abs(dot(away, vec2(-placed.w, placed.z))));
    vec2 side = normalize(vec2(1.0, halfBase));
    float inside = max(at.y * side.x - at.x * side.y, at.x - size.x);
    float coverage = clamp(0.5 - inside, 0.0, 1.0);
    if (size.y > 0.0) {
        // An outline with the map's light showing through, so that the line under it does not fill the head.
        float outline = coverage * clamp(inside + size.y + 0.5, 0.0, 1.0);
        fragment = vec4(mix(paperColor, color.rgb, coverage > 0.0 ? outline / coverage : 0.0), color.a * coverage);
        return;
    }
    fragment = vec4(color.rgb, color.a * coverage);
}
