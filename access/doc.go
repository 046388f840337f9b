// Package access knows who may use a server that others can reach: accounts
// with a password and a role, sessions, and a limit on wrong passwords. Reading
// and writing the file of accounts apart, it does no input or output; the time
// is handed to it.
package access
