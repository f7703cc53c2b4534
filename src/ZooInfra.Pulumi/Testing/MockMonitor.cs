using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;
using ZooInfra.Protocol;

namespace Pulumi.Testing;

/// <summary>The engine's monitor in a test: mocks answer in place of providers.</summary>
internal sealed class MockMonitor(IMocks mocks, string project, string stack) : IMonitor
{
    private readonly ConcurrentDictionary<string, (Resource Resource, string Id, PropertyMap State)> _registered = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly List<Resource> _resources = [];

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_lock)
            {
                return [.. _resources];
            }
        }
    }

    public Task<bool> SupportsFeatureAsync(string id) => Task.FromResult(id != "outputValues");

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        var (id, state) = ("", PropertyMap.Empty);
        if (request.Type != Stack.TypeToken)
        {
            (id, state) = await AskAsync(request.Type, request.Name, request.Object, request.Provider, request.ImportId).ConfigureAwait(false);
        }

        Add(urn, resource, id, state);
        return new() { Urn = urn, Id = id, Object = Write(state) };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        var (id, state) = await AskAsync(request.Type, request.Name, request.Properties, request.Provider, request.Id).ConfigureAwait(false);
        Add(urn, resource, id, state);
        return new() { Urn = urn, Properties = Write(state) };
    }

    public async Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        var outputs = PropertyMarshaller.FromStruct(request.Outputs).ToImmutableDictionary(property => property.Key, property => Output<object?>.From(Deserializer.Deserialize(property.Value, Find)));
        await mocks.RegisterResourceOutputs(new(request.Urn, outputs)).ConfigureAwait(false);
    }

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
        => new() { Return = Write(await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false)) };

    public async Task<CallResponse> CallAsync(ResourceCallRequest request)
        => new() { Return = Write(await CallAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false)) };

    public Task<RegisterPackageResponse> RegisterPackageAsync(Pulumirpc.RegisterPackageRequest request)
        => Task.FromResult(new RegisterPackageResponse { Ref = $"{request.Name}-{request.Version}" });

    public Task RegisterStackTransformAsync(Callback callback) => Task.CompletedTask;

    public Task RegisterStackInvokeTransformAsync(Callback callback) => Task.CompletedTask;

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request) => Task.CompletedTask;

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request) => Task.CompletedTask;

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private async Task<(string Id, PropertyMap State)> AskAsync(string type, string name, Struct inputs, string provider, string id)
    {
        var (newId, state) = await mocks.NewResourceAsync(new() { Type = type, Name = name, Inputs = Known(inputs), Provider = provider, Id = id }).ConfigureAwait(false);
        return (newId ?? "", await PropertiesAsync(state).ConfigureAwait(false));
    }

    private async Task<PropertyMap> CallAsync(string token, Struct args, string provider)
    {
        if (token == "pulumi:pulumi:getResource")
        {
            var urn = args.Fields.TryGetValue("urn", out var value) ? value.StringValue : "";
            return _registered.TryGetValue(urn, out var known)
                ? PropertyMap.Empty.With("urn", PropertyValue.Of(urn)).With("id", PropertyValue.Of(known.Id)).With("state", PropertyValue.Of(known.State))
                : throw new InvalidOperationException($"Unknown resource {urn}: this test has not registered it.");
        }

        return await PropertiesAsync(await mocks.CallAsync(new() { Token = token, Args = Known(args), Provider = provider }).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private void Add(string urn, Resource resource, string id, PropertyMap state)
    {
        _registered[urn] = (resource, id, state);
        lock (_lock)
        {
            _resources.Add(resource);
        }
    }

    // Unlike an engine's: only the first type of the parent's chain, the stack's included (protocol facts, section 8.7). Tests assert these.
    private string UrnOf(string parent, string type, string name)
    {
        var chain = ResourceUrn.Parse(parent) is { } urn ? $"{urn.QualifiedType.Split('$')[0]}${type}" : type;
        return $"urn:pulumi:{stack}::{project}::{chain}::{name}";
    }

    private ImmutableDictionary<string, object> Known(Struct message)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in PropertyMarshaller.FromStruct(message))
        {
            if (Deserializer.Deserialize(value, Find) is { IsKnown: true, Value: { } plain })
            {
                known[name] = plain;
            }
        }

        return known.ToImmutable();
    }

    // A reference in an input is the very object that the program made.
    private Resource Find(PropertyValue.ResourceValue reference)
        => _registered.TryGetValue(reference.Urn, out var known) ? known.Resource : ResourcePackages.Find(reference);

    private static async Task<PropertyMap> PropertiesAsync(object state)
    {
        if (state is not IDictionary)
        {
            throw new InvalidOperationException($"A mock returned a {state?.GetType().FullName ?? "null"}; return a dictionary with string keys.");
        }

        var serializer = new Serializer(keepOutputs: false, referencesAreDependencies: true, keepReferences: true);
        return await serializer.SerializeAsync("state", state).ConfigureAwait(false) is PropertyValue.ObjectValue map ? map.Properties : PropertyMap.Empty;
    }

    private static Struct Write(PropertyMap state) => PropertyMarshaller.ToStruct(state, MarshalOptions.NoOutputs);
}
