#version 330 core
// A rectangle of the mask laid over the picture.
layout(location = 0) in vec4 box;      // device pixels: left, top, width, height
layout(location = 1) in vec2 maskCorner;
layout(location = 2) in vec4 shapeColor;
layout(location = 3) in float hatched;

uniform vec2 tileOrigin, tileSize;
flat out vec2 toMask;
flat out vec4 color;
flat out float hatch;

void main() {
    toMask = maskCorner - box.xy;
    color = shapeColor;
    hatch = hatched;
    vec2 device = box.xy + vec2(gl_VertexID & 1, gl_VertexID >> 1) * box.zw;
    gl_Position = vec4((device - tileOrigin) / tileSize * 2.0 - 1.0, 0.0, 1.0);
}
