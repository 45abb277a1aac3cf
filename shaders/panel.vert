#version 330 core
layout(location = 0) in vec4 box; // device pixels: left, top, right, bottom
layout(location = 1) in float cornerRadius;
layout(location = 2) in vec4 panelFill;
layout(location = 3) in vec4 panelBorder;

uniform vec2 tileOrigin, tileSize;
flat out vec4 rectangle;
flat out float radius;
flat out vec4 fill;
flat out vec4 border;

void main() {
    rectangle = box;
    radius = cornerRadius;
    fill = panelFill;
    border = panelBorder;
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 device = mix(box.xy - 1.0, box.zw + 1.0, corner);
    gl_Position = vec4((device - tileOrigin) / tileSize * 2.0 - 1.0, 0.0, 1.0);
}
