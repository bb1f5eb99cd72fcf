/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  /**
   * User is the owner.
   * +kubebuilder:validation:Minlength=1
   */
  user: string;
  /* +kubebuilder:validation:Patern=`^a` */
  host: string;
  nested: {
	// +optinal
	port: string;
  };
}
