package report

// Attribution says what a mention is about: whose value it is, what was done,
// whether it is done or promised, and when. One mention has several where one
// value belongs to several subjects (均, 都).
type Attribution struct {
	Sentence int    // index in Document.Sentences
	Mention  int    // index in Sentence.Mentions
	Skip     string // why the mention is no fact; the rest is then empty

	Kind       Kind
	Subject    string // at most 24 characters, no clause
	Action     string
	Value      Value // with its sign: 下降5% is -5
	Comparison Comparison
	Modality   Modality
	Period     Period
	Due        Date
	Scope      string   // of a rank: 全国, 全省
	Members    []string // names enumerated with a count: 宝粮小学等7个学校项目
	PartOf     int      // index+1 of the attribution that is the whole (其中); 0 none
	Owner      string   // responsible unit, where the text says
	Strength   Strength // of a target
	Why        []string // the steps that led here, in Chinese, for explain
}
