// +k8s:openapi-model-package=com.example.shared
export interface Settings {
  name: string;
}
