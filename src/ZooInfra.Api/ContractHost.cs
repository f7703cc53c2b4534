using System.Collections.Frozen;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ZooInfra.Api.Access;
using ZooInfra.Api.Vpn;

namespace ZooInfra.Api;

/// <summary>Serves the contracts of a platform over HTTP, from <see cref="StartAsync"/> until it is disposed.</summary>
public sealed class ContractHost : IAsyncDisposable
{
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;

    private ContractHost(WebApplication app) => _app = app;

    /// <summary>Where it listens, with real ports.</summary>
    public IReadOnlyList<string> Urls => [.. _app.Urls];

    /// <summary>Serves until <paramref name="cancellationToken"/> or a signal of the system says stop; requests under way are answered first.</summary>
    /// <exception cref="ContractHostException">An address cannot be used; nothing is served then.</exception>
    public static async Task RunAsync(Platform platform, ContractHostOptions options, CancellationToken cancellationToken)
    {
        await using var host = await StartAsync(platform, options, cancellationToken);
        await host._app.WaitForShutdownAsync(cancellationToken);
    }

    /// <summary>Starts to serve.</summary>
    /// <exception cref="ContractHostException">An address cannot be used; nothing is served then.</exception>
    public static async Task<ContractHost> StartAsync(Platform platform, ContractHostOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(platform);
        ArgumentNullException.ThrowIfNull(options);
        var addresses = Addresses(options);
        var vpn = options.Vpn is { } hosting ? await VpnParts.OpenAsync(platform, hosting, cancellationToken) : null;
        var app = Build(platform, options, addresses, vpn);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (SocketErrorOf(e) is { } error)
        {
            await app.DisposeAsync();
            throw new ContractHostException(Explain(error, addresses), e);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        options.Output?.WriteLine($"Serving {platform.Clients.Count} contract{(platform.Clients.Count == 1 ? "" : "s")} at {string.Join(" and ", app.Urls.Select(url => url + "/client"))}");
        return new(app);
    }

    /// <summary>Stops; requests under way are answered first, for up to five seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static List<ListenAddress> Addresses(ContractHostOptions options)
    {
        var addresses = options.Urls.Select(ListenAddress.Parse).Distinct().ToList();
        if (addresses.Count == 0)
        {
            throw new ContractHostException($"There is no address to listen on; give one such as {ContractHostOptions.DefaultUrl}.");
        }

        return !options.AllowRemote && addresses.Find(address => !address.IsLoopback) is { } remote
            ? throw new ContractHostException($"{remote} can be reached by other machines, and this version does not ask who is there: authentication arrives later. Listen on 127.0.0.1, or allow remote access explicitly if something in front of it authenticates.")
            : addresses;
    }

    /// <summary>An empty builder: no configuration file and no environment variable can add an address to those that were checked.</summary>
    private static WebApplication Build(Platform platform, ContractHostOptions options, List<ListenAddress> addresses, VpnParts? vpn)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            addresses.ForEach(address => address.ListenOn(server));
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestGoodbye);

        vpn?.AddTo(builder.Services);

        var app = builder.Build();
        app.Use((context, next) => GuardAsync(context, next, options.Output));
        app.Use((context, next) =>
        {
            context.Features.Set(options.CallerOf?.Invoke(context) ?? Everybody);
            return next(context);
        });
        app.UseRouting();
        app.MapContracts(platform);
        vpn?.Map(app);
        app.Map("/health/live", Live.AnswerAsync);
        app.MapFallback("{**path}", context => Problem.WriteAsync(context, StatusCodes.Status404NotFound, "There is nothing here; /client lists the clients."));
        return app;
    }

    private static Caller Everybody { get; } = new("anonymous", new[] { Scope.ReadAll }.ToFrozenSet(), null);

    private static ContractResource Live { get; } = new(new("live"u8.ToArray(), "\"live-text\""), new("{\"status\":\"live\"}"u8.ToArray(), "\"live-json\""));

    /// <summary>Whatever fails, the caller gets a sentence and the operator the reason; neither gets a stack trace.</summary>
    private static async Task GuardAsync(HttpContext context, RequestDelegate next, TextWriter? output)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up; nobody waits for an answer.
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not BadHttpRequestException)
        {
            output?.WriteLine($"{context.Request.Method} {context.Request.Path.ToUriComponent()} failed: {e.GetType().Name}: {e.Message}");
            context.Response.Clear();
            await Problem.WriteAsync(context, StatusCodes.Status500InternalServerError, "The server failed to answer; its operator can see why.");
        }
    }

    private static SocketError? SocketErrorOf(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            if (e is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }

    private static string Explain(SocketError error, List<ListenAddress> addresses)
    {
        var where = string.Join(" or ", addresses);
        return error switch
        {
            SocketError.AddressAlreadyInUse => $"Cannot listen on {where}: another program has the port; stop it or choose another port.",
            SocketError.AccessDenied => $"Cannot listen on {where}: this account may not use the port; choose one above 1023.",
            SocketError.AddressNotAvailable => $"Cannot listen on {where}: this machine has no such address; use one of its own, or 127.0.0.1.",
            _ => $"Cannot listen on {where}: the system says {error}; choose another address.",
        };
    }
}
