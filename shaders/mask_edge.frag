#version 330 core
// Distance to the nearest edge as coverage: blended with MAX outside the shape, with MIN inside.
flat in vec4 segment;
flat in vec4 bounds;
flat in float soft;

uniform int outside;
out vec4 fragment;

void main() {
    vec2 at = gl_FragCoord.xy;
    if (any(lessThan(at, bounds.xy)) || any(greaterThan(at, bounds.zw)))
        discard;
    vec2 along = segment.zw - segment.xy;
    float square = dot(along, along);
    float position = square > 0.0 ? clamp(dot(at - segment.xy, along) / square, 0.0, 1.0) : 0.0;
    float away = length(at - segment.xy - along * position);
    // A sharp edge covers half a pixel on both sides; a soft one begins at nothing and rises inwards.
    float coverage = outside != 0 ? (soft > 1.0 ? 0.0 : max(0.5 - away, 0.0))
                                  : (soft > 1.0 ? smoothstep(0.0, soft, away) : min(0.5 + away, 1.0));
    fragment = vec4(coverage);
}
