package web

import "net/url"

// seriesURL returns the address of an indicator through the years.
func seriesURL(indicator string) string {
	return "/series?" + url.Values{"indicator": {indicator}}.Encode()
}
