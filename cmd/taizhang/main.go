// Command taizhang reads annual reports, extracts what they state and promise,
// and keeps the ledger of the promises.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
