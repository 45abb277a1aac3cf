#version 330 core
flat in vec2 toMask;
flat in vec4 color;
flat in float hatch;

uniform sampler2D mask;
uniform vec2 tileOrigin;
uniform float pixelRatio;
out vec4 fragment;

void main() {
    vec2 at = gl_FragCoord.xy + tileOrigin;
    float coverage = texelFetch(mask, ivec2(floor(at + toMask)), 0).r;
    if (hatch != 0.0) {
        // Lines 1.5 px wide every 7 px under 45 degrees; between them a third of the tint remains.
        float period = 7.0 * pixelRatio;
        float across = abs(mod((at.x + at.y) * 0.70710678, period) - period / 2.0);
        coverage *= mix(0.3, 1.0, clamp(0.75 * pixelRatio + 0.5 - across, 0.0, 1.0));
    }
    fragment = vec4(color.rgb, color.a * coverage);
}
