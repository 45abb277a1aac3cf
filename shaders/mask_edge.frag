#version 330 core
// Distance to an edge as coverage, from nothing rising inwards; blended with MIN.
flat in vec4 segment;
flat in vec4 bounds;
flat in float soft;

out vec4 fragment;

void main() {
    vec2 at = gl_FragCoord.xy;
    if (any(lessThan(at, bounds.xy)) || any(greaterThan(at, bounds.zw)))
        discard;
    vec2 along = segment.zw - segment.xy;
    float square = dot(along, along);
    float position = square > 0.0 ? clamp(dot(at - segment.xy, along) / square, 0.0, 1.0) : 0.0;
    float away = length(at - segment.xy - along * position);
    fragment = vec4(smoothstep(0.0, soft, away));
}
