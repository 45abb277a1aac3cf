#version 330 core
flat in vec4 rectangle;
flat in float radius;
flat in vec4 fill;
flat in vec4 border;

uniform vec2 tileOrigin;
uniform float pixelRatio;
out vec4 fragment;

void main() {
    vec2 at = gl_FragCoord.xy + tileOrigin;
    vec2 away = abs(at - (rectangle.xy + rectangle.zw) / 2.0) - (rectangle.zw - rectangle.xy) / 2.0 + radius;
    float outside = length(max(away, 0.0)) + min(max(away.x, away.y), 0.0) - radius;
    float coverage = clamp(0.5 - outside, 0.0, 1.0);
    float line = clamp(outside + pixelRatio + 0.5, 0.0, 1.0) * border.a;
    // The border lies over the fill.
    float alpha = line + fill.a * (1.0 - line);
    vec3 color = alpha > 0.0 ? (border.rgb * line + fill.rgb * fill.a * (1.0 - line)) / alpha : vec3(0.0);
    fragment = vec4(color, alpha * coverage);
}
