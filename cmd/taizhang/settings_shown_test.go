package main

import "testing"

// TestSettingsInChinese holds that every setting is explained on pages, too.
func TestSettingsInChinese(t *testing.T) {
	chinese := inChinese()
	for _, k := range known() {
		if chinese[k.name] == "" {
			t.Errorf("setting %s has no meaning in Chinese: add it to settings_shown.go", k.name)
		}
		delete(chinese, k.name)
	}
	for name := range chinese {
		t.Errorf("%s is no setting any more", name)
	}
}
