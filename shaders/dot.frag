#version 330 core
// Marks that are all solid circles without an outer ring: what mark.frag draws for them, and nothing else.
flat in vec2 center;
flat in vec3 radii;
flat in ivec2 kind;
flat in vec4 color;

uniform vec2 tileOrigin;
uniform float pixelRatio;
uniform vec3 paperColor;
out vec4 fragment;

void main() {
    float edge = length(gl_FragCoord.xy + tileOrigin - center) - radii.x;
    float ink = clamp(0.5 - edge, 0.0, 1.0);
    float rim = radii.x >= 3.5 * pixelRatio ? 0.8 * clamp(0.5 - (edge - pixelRatio), 0.0, 1.0) : 0.0;
    float alpha = ink + rim * (1.0 - ink);
    fragment = vec4(alpha > 0.0 ? (color.rgb * ink + paperColor * rim * (1.0 - ink)) / alpha : vec3(0.0), alpha * color.a);
}
