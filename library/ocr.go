package library

import "os"

// OCRStore keeps what OCR read of documents beside their originals, so that
// extracting a scan again does not read its pictures again. It is derived and
// no part of a backup. What cannot be kept is read once more.
type OCRStore struct {
	folder
	codec *codec
}

// OCRStoreOf returns the store of the library in dir, which need not be there
// yet. Nothing is kept before it is.
func OCRStoreOf(dir string) (*OCRStore, error) {
	c, err := newCodec()
	if err != nil {
		return nil, err
	}
	return &OCRStore{folder(dir), c}, nil
}

func (f folder) ocr(hash string) string { return f.path(ocrDir, hash+ocrSuffix) }

// Load returns what is kept of a document, nil if nothing is.
func (s *OCRStore) Load(hash string) []byte {
	if len(hash) != 64 || !isID(hash) {
		return nil
	}
	packed, err := os.ReadFile(s.ocr(hash))
	if err != nil {
		return nil
	}
	data, err := s.codec.decoder.DecodeAll(packed, nil)
	if err != nil {
		return nil
	}
	return data
}

// Store keeps data of a document in the place of what was kept before.
func (s *OCRStore) Store(hash string, data []byte) {
	if len(hash) != 64 || !isID(hash) {
		return
	}
	_ = s.write(s.ocr(hash), s.codec.encoder.EncodeAll(data, nil))
}
