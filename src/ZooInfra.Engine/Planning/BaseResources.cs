using System.Collections.Immutable;
using ZooInfra.Engine.State;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Planning;

/// <summary>The resources a run starts from, and which of them it has dealt with.</summary>
internal sealed class BaseResources
{
    private readonly ImmutableArray<ResourceState> _resources;
    private readonly Dictionary<string, int> _current = new(StringComparer.Ordinal);
    private readonly bool[] _touched;
    private readonly bool[] _condemned;
    private readonly bool[] _pending;
    private readonly TaskCompletionSource?[] _claims;
    private readonly bool[] _held;

    public BaseResources(Snapshot snapshot)
    {
        _resources = snapshot.Resources;
        (_touched, _condemned, _pending, _held, _claims) = (new bool[Count], new bool[Count], new bool[Count], new bool[Count], new TaskCompletionSource?[Count]);
        for (var i = 0; i < _resources.Length; i++)
        {
            if (!_resources[i].Delete)
            {
                _current[_resources[i].Urn.Text] = i;
            }
        }
    }

    public ResourceState this[int index] => _resources[index];

    public PropertyMap? StackOutputs => _resources.FirstOrDefault(resource => resource.Type == ResourceUrn.StackType)?.Outputs;

    /// <summary>The index of the resource with this URN that is not condemned; null when there is none.</summary>
    public int? Find(ResourceUrn urn) => FindText(urn.Text);

    /// <inheritdoc cref="Find"/>
    public int? FindText(string urn) => _current.TryGetValue(urn, out var index) ? index : null;

    /// <summary>The provider resource that a reference names, condemned or not.</summary>
    public ResourceState? FindProvider(ProviderReference reference)
        => _resources.FirstOrDefault(resource => resource.Urn.Text == reference.Urn && resource.Id == reference.Id);

    /// <summary>Says that the run has dealt with a resource, so that it is not deleted at the end.</summary>
    public void Touch(int index) => Volatile.Write(ref _touched[index], true);

    /// <summary>Says that the run leaves a resource as it was, and with it what it refers to.</summary>
    public void Hold(int index)
    {
        Touch(index);
        Volatile.Write(ref _held[index], true);
    }

    /// <summary>The resources that the run leaves as they were.</summary>
    public IEnumerable<int> Held => Enumerable.Range(0, Count).Where(index => Volatile.Read(ref _held[index]));

    /// <summary>The URNs the run starts with.</summary>
    public IEnumerable<string> Urns => _resources.Select(resource => resource.Urn.Text);

    public int Count => _resources.Length;

    /// <summary>Says that a resource was replaced in this run and is to be deleted at the end.</summary>
    public void Condemn(int index) => Volatile.Write(ref _condemned[index], true);

    /// <summary>Whether a resource was replaced, in this run or an earlier one, and not deleted yet.</summary>
    public bool IsCondemned(int index) => _resources[index].Delete || Volatile.Read(ref _condemned[index]);

    /// <summary>The resources behind one, in snapshot order.</summary>
    public IEnumerable<int> After(int index) => Enumerable.Range(index + 1, _resources.Length - index - 1);

    /// <summary>Takes a resource for one of those who may deal with it: its own registration, or the replacement of what it depends on.</summary>
    public bool Claim(int index) => Interlocked.CompareExchange(ref _claims[index], new(TaskCreationOptions.RunContinuationsAsynchronously), null) is null;

    /// <summary>Says that a claim that was not the resource's own registration has ended.</summary>
    public void Released(int index) => _claims[index]!.TrySetResult();

    /// <summary>Waits until a claim that was not the resource's own registration has ended.</summary>
    public Task ReleaseOf(int index, CancellationToken cancellationToken) => _claims[index]!.Task.WaitAsync(cancellationToken);

    /// <summary>Says that a resource was deleted in this run to be made again.</summary>
    public void Pend(int index) => Volatile.Write(ref _pending[index], true);

    /// <summary>Whether a resource was deleted, in this run or an earlier one, to be made again.</summary>
    public bool IsPending(int index) => _resources[index].PendingReplacement || Volatile.Read(ref _pending[index]);

    /// <summary>What the run has not dealt with, in snapshot order.</summary>
    public IReadOnlyList<int> Untouched() => [.. Enumerable.Range(0, _resources.Length).Where(index => !Volatile.Read(ref _touched[index]))];
}
