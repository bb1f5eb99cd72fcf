export interface {
