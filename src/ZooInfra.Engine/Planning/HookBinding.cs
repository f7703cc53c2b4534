using System.Collections.Immutable;
using ZooInfra.Engine.State;
using Binding = Pulumirpc.RegisterResourceRequest.Types.ResourceHooksBinding;

namespace ZooInfra.Engine.Planning;

/// <summary>Which hooks a resource has, by when they run, as the state keeps them.</summary>
internal static class HookBinding
{
    public const string BeforeCreate = nameof(BeforeCreate);
    public const string AfterCreate = nameof(AfterCreate);
    public const string BeforeUpdate = nameof(BeforeUpdate);
    public const string AfterUpdate = nameof(AfterUpdate);
    public const string BeforeDelete = nameof(BeforeDelete);
    public const string AfterDelete = nameof(AfterDelete);
    public const string OnError = nameof(OnError);

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(Binding? binding)
        => binding is null
            ? ResourceState.NoPropertyDependencies
            : ResourceState.NoPropertyDependencies.AddRange(
                new (string When, IEnumerable<string> Names)[]
                {
                    (BeforeCreate, binding.BeforeCreate),
                    (AfterCreate, binding.AfterCreate),
                    (BeforeUpdate, binding.BeforeUpdate),
                    (AfterUpdate, binding.AfterUpdate),
                    (BeforeDelete, binding.BeforeDelete),
                    (AfterDelete, binding.AfterDelete),
                    (OnError, binding.OnError),
                }.Where(hooks => hooks.Names.Any()).Select(hooks => KeyValuePair.Create(hooks.When, hooks.Names.ToImmutableArray())));

    public static Binding Write(ImmutableSortedDictionary<string, ImmutableArray<string>> hooks)
    {
        return new Binding
        {
            BeforeCreate = { Names(BeforeCreate) },
            AfterCreate = { Names(AfterCreate) },
            BeforeUpdate = { Names(BeforeUpdate) },
            AfterUpdate = { Names(AfterUpdate) },
            BeforeDelete = { Names(BeforeDelete) },
            AfterDelete = { Names(AfterDelete) },
            OnError = { Names(OnError) },
        };

        IEnumerable<string> Names(string when) => hooks.GetValueOrDefault(when, []);
    }
}
