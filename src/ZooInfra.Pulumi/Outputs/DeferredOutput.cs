namespace Pulumi;

/// <summary>An output that is handed out before its source exists.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An output without a source yet.</summary>
    public DeferredOutput() => Output = Pulumi.Output<T>.Untracked(FollowAsync(_source.Task));

    /// <summary>The output; it completes after <see cref="Resolve"/>.</summary>
    public Output<T> Output { get; }

    /// <summary>Gives the output its source.</summary>
    /// <param name="output">The source.</param>
    /// <exception cref="InvalidOperationException">It has one already.</exception>
    public void Resolve(Output<T> output)
    {
        if (!_source.TrySetResult(output))
        {
            throw new InvalidOperationException("This deferred output was resolved already; resolve it once.");
        }
    }

    private static async Task<OutputData<T>> FollowAsync(Task<Output<T>> source)
        => await (await source.ConfigureAwait(false)).DataAsync.ConfigureAwait(false);
}
