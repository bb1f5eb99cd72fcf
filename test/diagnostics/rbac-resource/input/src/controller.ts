// +kubebuilder:rbac:groups=example.com,resources=database;databases;Databases/status;databases/stauts;databases/log;backups,verbs=get
// +kubebuilder:rbac:groups=apps,resources=deployment;deployments/scale;jobs;foos,verbs=get
// +kubebuilder:rbac:groups=core,resources=deployments;pod,verbs=get
// +kubebuilder:rbac:groups=apps;batch,resources=deployments;jobs;cronjob,verbs=get
// +kubebuilder:rbac:groups=apps;other.io,resources=deployment,verbs=get
// +kubebuilder:rbac:groups="",resources=*;pods/*,verbs=get
export {};
