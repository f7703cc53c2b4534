using Grpc.Core;

namespace ZooInfra.Protocol;

/// <summary>
/// Calls services that live in the same process: the same clients, services and errors as over gRPC, without a connection and without bytes. Messages
/// are handed over as they are; neither side changes one that it has sent or received. Disposing it ends the service: further calls fail as they do
/// when a server has gone.
/// </summary>
public sealed class LocalCalls : CallInvoker, IDisposable
{
    private readonly LocalMethods _methods = new();
    private volatile bool _isClosed;

    /// <summary>Makes calls to services.</summary>
    /// <param name="bind">Binds the services, with the generated <c>BindService(binder, service)</c> of each.</param>
    public LocalCalls(Action<ServiceBinderBase> bind)
    {
        ArgumentNullException.ThrowIfNull(bind);
        bind(_methods);
    }

    /// <inheritdoc/>
    public void Dispose() => _isClosed = true;

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new(AnswerAsync<TRequest, TResponse>(method, options, request), Task.FromResult(Metadata.Empty), () => Status.DefaultSuccess, () => Metadata.Empty, () => { });
    }

    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        ArgumentNullException.ThrowIfNull(method);
        return AnswerAsync<TRequest, TResponse>(method, options, request).GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        => throw Unimplemented(method);

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        => throw Unimplemented(method);

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
        => throw Unimplemented(method);

    private async Task<TResponse> AnswerAsync<TRequest, TResponse>(IMethod method, CallOptions options, TRequest request)
        where TRequest : class
        where TResponse : class
    {
        if (_isClosed)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "The service has ended."));
        }

        if (_methods.Find<TRequest, TResponse>(method) is not { } handler)
        {
            throw Unimplemented(method);
        }

        try
        {
            return await OnPool(handler, request, new LocalCallContext(method, options)).WaitAsync(options.CancellationToken).ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            // The caller sees the status, as over a connection, not what led to it.
            throw new RpcException(new Status(e.StatusCode, e.Status.Detail));
        }
        catch (OperationCanceledException e) when (options.CancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "The call was cancelled.", e));
        }
        catch (Exception e)
        {
            throw new RpcException(new Status(StatusCode.Unknown, "Exception was thrown by handler.", e));
        }
    }

    /// <summary>Leaves the caller's stack and its flow of control: a program registers one resource after another and does not wait for what a handler does in between.</summary>
    private static Task<TResponse> OnPool<TRequest, TResponse>(UnaryServerMethod<TRequest, TResponse> handler, TRequest request, ServerCallContext context)
        where TRequest : class
        where TResponse : class
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(() => handler(request, context), CancellationToken.None);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => handler(request, context), CancellationToken.None);
        }
    }

    private static RpcException Unimplemented(IMethod method) => new(new Status(StatusCode.Unimplemented, $"{method.FullName} is not served in this process."));
}
