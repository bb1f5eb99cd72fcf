export interface Shape {
  name: string;
}

// +k8s:deepcopy-gen:interfaces=Shape
export interface Circle {
  type: "round";
  name: string;
}

// +k8s:deepcopy-gen:interfaces=Shape
export interface Square {
  type?: "square";
  name: string;
}
