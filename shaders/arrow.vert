#version 330 core
// An arrowhead: its tip, the unit vector it points along, its length; all device pixels.
layout(location = 0) in vec2 tip;
layout(location = 1) in vec2 direction;
layout(location = 2) in vec2 sizeAndLine; // length; width of the outline, 0 = filled
layout(location = 3) in vec4 headColor;

uniform vec2 tileOrigin, tileSize;
flat out vec4 placed;
flat out vec2 size;
flat out vec4 color;

void main() {
    placed = vec4(tip, direction);
    size = sizeAndLine;
    color = headColor;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
    vec2 device = tip - direction * size.x * 0.5 + corner * (size.x + 2.0);
    gl_Position = vec4((device - tileOrigin) / tileSize * 2.0 - 1.0, 0.0, 1.0);
}
