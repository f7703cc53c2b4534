using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ZooInfra.Api.Bench;

/// <summary>What the host is measured against: Kestrel and one delegate that writes the same answer, headers included, without looking at the request.</summary>
internal static class BareServer
{
    private static readonly byte[] Content = "99.99 / 5m"u8.ToArray();

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, 0);
        });
        await using var app = builder.Build();
        app.Run(context =>
        {
            var headers = context.Response.Headers;
            headers["X-Request-Id"] = "0123456789abcdef";
            headers.Vary = "Accept";
            headers.ETag = "\"acme_corp-sla-text-0123\"";
            headers.CacheControl = "no-cache";
            headers.XContentTypeOptions = "nosniff";
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.ContentLength = Content.Length;
            return context.Response.Body.WriteAsync(Content, context.RequestAborted).AsTask();
        });
        await app.StartAsync();
        await Server.TalkAsync(app.Urls.First(), "-");
    }
}
