/** Shape is another one than that of the geometry module. */
export interface Shape {
  corners: string[];
}

// +k8s:deepcopy-gen:interfaces=../../../geometry/shapes.Shape
/** Circle is a Shape of the geometry module. */
export interface Circle {
  type: "circle";
  labels: string[];
}

// +k8s:deepcopy-gen:interfaces=../../../geometry/areas.Area
// +k8s:deepcopy-gen:interfaces=@example/areas.Area
/** Square is an Area of two modules. */
export interface Square {
  type: "square";
  labels: string[];
}
