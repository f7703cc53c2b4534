namespace Pulumi;

/// <summary>Which hooks run around the operations on a resource.</summary>
public class ResourceHookBinding
{
    private List<ResourceHook>? _beforeCreate;
    private List<ResourceHook>? _afterCreate;
    private List<ResourceHook>? _beforeUpdate;
    private List<ResourceHook>? _afterUpdate;
    private List<ResourceHook>? _beforeDelete;
    private List<ResourceHook>? _afterDelete;
    private List<ErrorHook>? _onError;

    /// <summary>Before it is made.</summary>
    public List<ResourceHook> BeforeCreate { get => _beforeCreate ??= []; set => _beforeCreate = value; }

    /// <summary>After it was made.</summary>
    public List<ResourceHook> AfterCreate { get => _afterCreate ??= []; set => _afterCreate = value; }

    /// <summary>Before it is changed.</summary>
    public List<ResourceHook> BeforeUpdate { get => _beforeUpdate ??= []; set => _beforeUpdate = value; }

    /// <summary>After it was changed.</summary>
    public List<ResourceHook> AfterUpdate { get => _afterUpdate ??= []; set => _afterUpdate = value; }

    /// <summary>Before it is deleted.</summary>
    public List<ResourceHook> BeforeDelete { get => _beforeDelete ??= []; set => _beforeDelete = value; }

    /// <summary>After it was deleted.</summary>
    public List<ResourceHook> AfterDelete { get => _afterDelete ??= []; set => _afterDelete = value; }

    /// <summary>When an operation failed.</summary>
    public List<ErrorHook> OnError { get => _onError ??= []; set => _onError = value; }

    internal IEnumerable<ResourceHook> ResourceHooks => [.. BeforeCreate, .. AfterCreate, .. BeforeUpdate, .. AfterUpdate, .. BeforeDelete, .. AfterDelete];

    internal bool IsEmpty => !ResourceHooks.Any() && OnError.Count == 0;

    internal static ResourceHookBinding? Appended(ResourceHookBinding? one, ResourceHookBinding? other)
        => one is null && other is null
            ? null
            : new()
            {
                BeforeCreate = [.. one?.BeforeCreate ?? [], .. other?.BeforeCreate ?? []],
                AfterCreate = [.. one?.AfterCreate ?? [], .. other?.AfterCreate ?? []],
                BeforeUpdate = [.. one?.BeforeUpdate ?? [], .. other?.BeforeUpdate ?? []],
                AfterUpdate = [.. one?.AfterUpdate ?? [], .. other?.AfterUpdate ?? []],
                BeforeDelete = [.. one?.BeforeDelete ?? [], .. other?.BeforeDelete ?? []],
                AfterDelete = [.. one?.AfterDelete ?? [], .. other?.AfterDelete ?? []],
                OnError = [.. one?.OnError ?? [], .. other?.OnError ?? []],
            };
}
