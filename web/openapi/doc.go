// Package openapi writes an OpenAPI 3.1 document. Schemas are made of the Go
// types that are sent and answered, as encoding/json writes them: what it leaves
// out may be missing, what it writes as null may be null. The kept generators of
// schemas were tried and say otherwise of empty lists, or take no map by year.
//
// Only what the document of this program needs of OpenAPI is here.
package openapi
