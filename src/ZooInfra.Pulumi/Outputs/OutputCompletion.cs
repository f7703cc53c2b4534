using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The end of a resource's output that the deployment holds: it is completed from the engine's answer.</summary>
internal abstract class OutputCompletion
{
    public abstract Type ValueType { get; }

    public abstract object Output { get; }

    public abstract void Complete(OutputData<object?> data);

    public abstract void CompleteDefault(ImmutableHashSet<Resource> resources, bool isKnown);

    public abstract void Fail(Exception exception);
}

internal sealed class OutputCompletion<T> : OutputCompletion
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OutputCompletion() => Typed = Output<T>.Untracked(_source.Task);

    public Output<T> Typed { get; }

    public override Type ValueType => typeof(T);

    public override object Output => Typed;

    public override void Complete(OutputData<object?> data) => _source.TrySetResult(data.With(data.Value is T value ? value : default!));

    public override void CompleteDefault(ImmutableHashSet<Resource> resources, bool isKnown) => _source.TrySetResult(new(resources, default!, isKnown, false));

    public override void Fail(Exception exception)
    {
        _source.TrySetException(exception);
        // The deployment reports the registration that failed; nobody has to look at this output.
        _ = _source.Task.Exception;
    }
}
