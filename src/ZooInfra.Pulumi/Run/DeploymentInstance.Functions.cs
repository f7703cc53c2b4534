using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Pulumi;

// Calls of functions and methods; the single forms take the only value out of the result.
public sealed partial class DeploymentInstance
{
    /// <summary>Calls a function; the result is unknown while an input is.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => Invoke<T>(token, args, options, null);

    /// <summary>Calls a function; the result is unknown while an input is.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="registerPackageRequest">The package that the engine must know first.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        => new(_deployment.Functions.InvokeAsync<T>(token, args, options, registerPackageRequest, single: false));

    /// <summary>Calls a function; the result is unknown while an input or a resource that it depends on is.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => Invoke<T>(token, args, (InvokeOptions)options, null);

    /// <summary>Calls a function; the result is unknown while an input or a resource that it depends on is.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="registerPackageRequest">The package that the engine must know first.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest = null)
        => Invoke<T>(token, args, (InvokeOptions)options, registerPackageRequest);

    /// <summary>Calls a function that returns one value.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeSingle<T>(token, args, options, null);

    /// <summary>Calls a function that returns one value.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="registerPackageRequest">The package that the engine must know first.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        => new(_deployment.Functions.InvokeAsync<T>(token, args, options, registerPackageRequest, single: true));

    /// <summary>Calls a function that returns one value.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) => InvokeSingle<T>(token, args, (InvokeOptions)options, null);

    /// <summary>Calls a function that returns one value.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="registerPackageRequest">The package that the engine must know first.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest = null)
        => InvokeSingle<T>(token, args, (InvokeOptions)options, registerPackageRequest);

    /// <summary>Calls a function with inputs that are all there.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>The result; the default value when an input is unknown.</returns>
    [OverloadResolutionPriority(1)]
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeAsync<T>(token, args, options, null);

    /// <summary>Calls a function with inputs that are all there.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="registerPackageRequest">The package that the engine must know first.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>The result; the default value when an input is unknown.</returns>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        => (await _deployment.Functions.InvokeAsync<T>(token, args, options, registerPackageRequest, single: false).ConfigureAwait(false)).Value;

    /// <summary>Calls a function and drops its result.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    [OverloadResolutionPriority(1)]
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null)
        => InvokeAsync<ImmutableDictionary<string, object>>(token, args, options);

    /// <summary>Calls a function that returns one value, with inputs that are all there.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>The result; the default value when an input is unknown.</returns>
    [OverloadResolutionPriority(1)]
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => InvokeSingleAsync<T>(token, args, options, null);

    /// <summary>Calls a function that returns one value, with inputs that are all there.</summary>
    /// <param name="token">The function, <c>package:module:function</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="registerPackageRequest">The package that the engine must know first.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <returns>The result; the default value when an input is unknown.</returns>
    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        => (await _deployment.Functions.InvokeAsync<T>(token, args, options, registerPackageRequest, single: true).ConfigureAwait(false)).Value;

    /// <summary>Calls a method of a resource.</summary>
    /// <param name="token">The method, <c>package:module:Type/method</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="self">The resource.</param>
    /// <param name="options">How it is called.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    [OverloadResolutionPriority(1)]
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) => Call<T>(token, args, self, options, null);

    /// <summary>Calls a method of a resource and drops its result.</summary>
    /// <param name="token">The method, <c>package:module:Type/method</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="self">The resource.</param>
    /// <param name="options">How it is called.</param>
    [OverloadResolutionPriority(1)]
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) => Call(token, args, self, options, null);

    /// <summary>Calls a method of a resource.</summary>
    /// <param name="token">The method, <c>package:module:Type/method</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="self">The resource.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="registerPackageRequest">The package that the engine must know first.</param>
    /// <typeparam name="T">The type of the result.</typeparam>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        => new(_deployment.Functions.CallAsync<T>(token, args, self, options, registerPackageRequest));

    /// <summary>Calls a method of a resource and drops its result.</summary>
    /// <param name="token">The method, <c>package:module:Type/method</c>.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="self">The resource.</param>
    /// <param name="options">How it is called.</param>
    /// <param name="registerPackageRequest">The package that the engine must know first.</param>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        => Call<ImmutableDictionary<string, object>>(token, args, self, options, registerPackageRequest);

    /// <summary>Lets the engine run a transform on every function call from now on.</summary>
    /// <param name="transform">The transform.</param>
    public void RegisterInvokeTransform(InvokeTransform transform) => _deployment.Callbacks.RegisterInvokeTransform(transform);
}
