#!/bin/bash
# Makes the weights that ship, from the base weights to the checked folder. Every step goes on where it was stopped.
# Wants: base/minilm and base/mpnet (config, model.safetensors, tokenizer.json of the two bases), the corpora in $DATA,
# the outside scorer in $TOOLS.
set -euo pipefail
cd "$(dirname "$0")"
DATA=${DATA:-../../shared/data}
TOOLS=${TOOLS:-../../shared/tools}
THREADS=${THREADS:-3}
RUNS=${RUNS:-../runs}
FOLDER=${FOLDER:-../src/allegedly/models/en}
export PYTHONPATH=.

python train.py configs/student.json --out "$RUNS/student" --threads "$THREADS"
python train.py configs/teacher.json --out "$RUNS/teacher" --threads "$THREADS"
for part in $(seq 0 $((THREADS - 1))); do
  test -e "$RUNS/silver.$part.pickle" || OMP_NUM_THREADS=1 python silver.py --part "$part" --parts "$THREADS" \
    --teacher "$RUNS/teacher/average.pt" --weight 0.65 --teacher "$RUNS/student/average.pt" --weight 0.35 \
    --articles "$DATA/allsides/articles.jsonl.gz" --held-out "$DATA/polnear/dev" --minutes 6.3 \
    --out "$RUNS/silver.$part.pickle" &
done
wait
python train.py configs/distilled.json --out "$RUNS/distilled" --threads "$THREADS"
python mean.py "$RUNS/mean.pt" "$RUNS"/distilled/average.{1,2,3}.pt
python export.py --checkpoint "$RUNS/mean.pt" --folder "$FOLDER"
python middle.py "$FOLDER"

HEAD="$RUNS/antecedents"
python passages.py --data "$DATA" --out "$HEAD"
python disguise.py --data "$DATA" --held-out ../tests/gold/articles.json --out "$HEAD/silver.pickle"
for name in gum gum_dev gap silver; do
  python stretches.py --graph "$FOLDER/model.onnx" --passages "$HEAD/$name.pickle" --out "$HEAD/$name.examples"
done
python train_antecedents.py configs/antecedents.json --out "$HEAD" --threads "$THREADS"
python export_antecedents.py --checkpoint "$HEAD/average.pt" --folder "$FOLDER"

python train_factuality.py configs/factuality.json --out "$RUNS/factuality"
python export_factuality.py --checkpoint "$RUNS/factuality/factuality.pt" --folder "$FOLDER"
python settle.py --folder "$FOLDER" --gold "$DATA/polnear/dev" --scorer "$TOOLS" --looks "$RUNS/looks.log" \
  --bias 1.3 --source 0.2 --content -0.4 --keep 0.36 0.4 --sourceless 0.2
