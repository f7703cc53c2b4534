namespace ZooInfra.Engine.State;

/// <summary>
/// When a journal is written together into the checkpoint: when it has so many bytes, and so many times the bytes of the last checkpoint. A new
/// checkpoint holds no more than the last one and the journal, so what is written in all stays in proportion to the journal: with a factor of two, the
/// checkpoints in the middle of a run have together at most one and a half times its bytes.
/// </summary>
/// <param name="LeastBytes">Not before the journal has so many.</param>
/// <param name="TimesCheckpoint">Nor before it has so many times the bytes of the last checkpoint.</param>
internal readonly record struct CompactionPace(long LeastBytes, double TimesCheckpoint)
{
    /// <summary>Opening a stack replays this in about a tenth of a second.</summary>
    public static CompactionPace Usual { get; } = new(8 * 1024 * 1024, 2);

    /// <summary>The bytes at which a journal is compacted that continues a checkpoint of <paramref name="checkpointBytes"/>.</summary>
    public long LimitAfter(long checkpointBytes) => Math.Max(LeastBytes, (long)(TimesCheckpoint * checkpointBytes));
}
