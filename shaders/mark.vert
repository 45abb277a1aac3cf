#version 330 core
// A symbol as one point: a third of the work of a quad in a software renderer. The viewport reaches beyond the picture so that
// symbols at the edge are not dropped with their middle.
layout(location = 0) in vec2 position; // logical pixels
layout(location = 1) in float radius;
layout(location = 2) in ivec2 shapeAndFill;
layout(location = 3) in vec4 markColor;
layout(location = 4) in float opacity;
layout(location = 5) in float outerRadius;

uniform vec2 viewOrigin, viewSize, sheetOffset;
uniform float pixelRatio;
uniform int asQuads; // for symbols larger than the driver's points

flat out vec2 center;
flat out vec3 radii; // device pixels: symbol, outer ring, 1 = the ring is open
flat out ivec2 kind;
flat out vec4 color;

void main() {
    // To quarters of a pixel, as the stamper has them (src/render/mark_stamper.hpp).
    center = floor((position * pixelRatio + sheetOffset) * 4.0 + 0.5) / 4.0;
    radii = vec3(radius, abs(outerRadius), outerRadius < 0.0 ? 1.0 : 0.0) * vec3(pixelRatio, pixelRatio, 1.0);
    kind = shapeAndFill;
    color = vec4(markColor.rgb, markColor.a * opacity);
    gl_PointSize = 2.0 * (max(radii.x * (shapeAndFill.x == 0 ? 1.0 : 1.4), radii.y) + 1.5 * pixelRatio);
    vec2 device = center;
    if (asQuads != 0)
        device += (vec2(gl_VertexID & 1, gl_VertexID >> 1) - 0.5) * gl_PointSize;
    gl_Position = vec4((device - viewOrigin) / viewSize * 2.0 - 1.0, 0.0, 1.0);
}
